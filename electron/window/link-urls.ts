import { symptoms, isSymptomId } from '../../shared/catalogue/symptoms';

const SOURCE_PAGE = 'https://learn.microsoft.com/virtualization/windowscontainers/kubernetes/common-problems';
const HOSTS = ['learn.microsoft.com', 'kubernetes.io'];

/** The address that a link id stands for: `page-<symptom>` is the symptom's section of the source page. */
export function linkUrl(id: string): string | null {
  const symptom = id.startsWith('page-') ? id.slice('page-'.length) : '';
  if (!isSymptomId(symptom)) return null;
  const url = new URL(`${SOURCE_PAGE}#${symptoms[symptom].anchor}`);
  return url.protocol === 'https:' && HOSTS.includes(url.host) && url.username === '' ? url.href : null;
}
