import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ChangedView, CheckView, DifferenceView } from '../../../shared/ipc/check-view';
import { useCatalogue, useExactTime, useLanguage, useText, useTime } from '../../app/text';
import { citedLabel } from '../../../shared/catalogue/cited/cited';
import { Facts } from '../../components/Facts';
import { valueText } from '../../../shared/catalogue/cited/value-text';
import { Verdict } from '../../components/Verdict';

type Compared = NonNullable<CheckView['compared']>;

/** What is new, gone and changed since an earlier check of the same node. */
export function Comparison({ check, compared }: { readonly check: CheckView; readonly compared: Compared }) {
  const t = useText();
  const time = useTime();
  const at = check.earlier.find(({ id }) => id === compared.with)?.at ?? '';
  const title = t('check.compared', { at: time(at) });
  const { fresh, gone, changed } = compared;
  const isSame = fresh.items.length + gone.items.length + changed.items.length === 0;
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{ mb: 4, border: 1, borderColor: 'divider', borderRadius: 1, px: 3, py: 2 }}
    >
      <Typography variant="h2">{title}</Typography>
      {isSame && <Typography sx={{ mt: 1 }}>{t('check.same')}</Typography>}
      <Part title={t('check.fresh')} more={fresh.more}>
        {fresh.items.map((item) => (
          <Line key={`${item.symptom}/${item.cause}`} found={item} />
        ))}
      </Part>
      <Part title={t('check.gone')} more={gone.more}>
        {gone.items.map((item) => (
          <Line key={`${item.symptom}/${item.cause}`} found={item}>
            {t(item.ruledOut ? 'check.gone-ruled-out' : 'check.gone-not-seen')}
          </Line>
        ))}
      </Part>
      <Part title={t('check.changed')} more={changed.more}>
        {changed.items.map((item) => (
          <Changed key={`${item.symptom}/${item.cause}`} item={item} />
        ))}
      </Part>
    </Box>
  );
}

function Part({
  title,
  more,
  children,
}: {
  readonly title: string;
  readonly more: number;
  readonly children: readonly React.ReactNode[];
}) {
  const t = useText();
  if (children.length === 0) return null;
  return (
    <Box component="section" aria-label={title} sx={{ mt: 2 }}>
      <Typography variant="h3">{title}</Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {children}
      </Box>
      {more > 0 && <Typography variant="body2">{t('check.more', { count: more })}</Typography>}
    </Box>
  );
}

type Found = Compared['fresh']['items'][number];

function Line({ found, children }: { readonly found: Found; readonly children?: React.ReactNode }) {
  const words = useCatalogue();
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, py: 1 }}>
      <Verdict kind={found.verdict} />
      <span>{words.symptom(found.symptom)?.causes[found.cause]?.title ?? found.cause}</span>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {children}
      </Box>
    </Box>
  );
}

function Changed({ item }: { readonly item: ChangedView }) {
  const t = useText();
  const language = useLanguage();
  const time = useExactTime();
  const { before, after, values } = item;
  const shown = (value: DifferenceView['before']) =>
    value ? valueText(language, value, time) : t('check.not-decisive');
  return (
    <>
      <Line found={{ ...item, verdict: after }}>
        {before !== after && t('check.change', { before: t(`verdict.${before}`), after: t(`verdict.${after}`) })}
      </Line>
      {values.items.length > 0 && (
        <Box component="li" sx={{ pl: 5 }}>
          <Facts>
            <thead>
              <tr>
                <th>{t('run.value')}</th>
                <th>{t('check.then')}</th>
                <th>{t('check.now')}</th>
              </tr>
            </thead>
            <tbody>
              {values.items.map((value) => (
                <tr key={`${value.probe}${value.pointer}`}>
                  <td>{citedLabel(language, value.probe, value.pointer)}</td>
                  <td>{shown(value.before)}</td>
                  <td>{shown(value.after)}</td>
                </tr>
              ))}
            </tbody>
          </Facts>
          {values.more > 0 && <Typography variant="body2">{t('check.more', { count: values.more })}</Typography>}
        </Box>
      )}
    </>
  );
}
