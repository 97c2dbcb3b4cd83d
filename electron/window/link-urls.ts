import { isSymptomId, symptoms } from '../../shared/catalogue/symptoms';

const HOSTS = ['learn.microsoft.com', 'kubernetes.io'];

const SOURCE_PAGE = 'https://learn.microsoft.com/virtualization/windowscontainers/kubernetes/common-problems';

/** Documents that the window may point to, beside the sections of the source page. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  page: SOURCE_PAGE,
  'windows-debugging': 'https://kubernetes.io/docs/tasks/debug/debug-cluster/windows/',
  'windows-containers': 'https://kubernetes.io/docs/concepts/windows/intro/',
  'windows-networking': 'https://kubernetes.io/docs/concepts/services-networking/windows-networking/',
  'version-compatibility':
    'https://learn.microsoft.com/virtualization/windowscontainers/deploy-containers/version-compatibility',
};

/** Every document's id. */
export const DOCUMENT_IDS: readonly string[] = Object.keys(DOCUMENTS);

/**
 * The address that a link id stands for: that of a document, or, for `page-<symptom>`, the symptom's section of the
 * source page. Null for every other text.
 */
export function linkUrl(id: string): string | null {
  const url = Object.hasOwn(DOCUMENTS, id) ? DOCUMENTS[id] : sectionUrl(id);
  return url !== undefined && mayOpen(url) ? url : null;
}

function sectionUrl(id: string): string | undefined {
  const symptom = id.startsWith('page-') ? id.slice('page-'.length) : '';
  return isSymptomId(symptom) ? `${SOURCE_PAGE}#${symptoms[symptom].anchor}` : undefined;
}

/** Whether an address may be handed to the system at all: https, a host of the list, nobody's name in it. */
export function mayOpen(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === 'https:' && HOSTS.includes(host) && username === '' && password === '';
}
