import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import { useText } from '../../app/text';
import { VerdictMark } from '../../components/VerdictMark';
import type { PlacedNode } from './layout';

const Button = styled('button')(({ theme }) => ({
  position: 'absolute',
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  padding: '2px 8px',
  font: 'inherit',
  fontSize: 12,
  lineHeight: 1.4,
  textAlign: 'left',
  color: theme.palette.text.secondary,
  backgroundColor: theme.palette.background.paper,
  border: `1px solid ${theme.palette.divider}`,
  borderRadius: theme.shape.borderRadius,
  cursor: 'pointer',
  '&[data-kind="more"]': { justifyContent: 'center', borderStyle: 'dashed' },
  '&[data-lit]': { color: theme.palette.text.primary, border: `2px solid ${theme.palette.primary.main}` },
  '&[aria-pressed="true"]': { backgroundColor: theme.palette.action.selected },
  '& > span': {
    display: '-webkit-box',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
  },
}));

/** A step, a cause or an end of the tree with its verdict; or what stands for a branch that is not drawn. */
export function MapNode({
  node,
  text,
  chosen,
  centred,
  onChoose,
}: {
  readonly node: PlacedNode;
  readonly text: string;
  readonly chosen: boolean;
  /** Where the path stands: what is seen of the map is around it. */
  readonly centred: boolean;
  readonly onChoose: () => void;
}) {
  const t = useText();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const frame = button.current?.closest('[role="group"]');
    if (!centred || !button.current || !frame) return;
    const { offsetLeft, offsetTop } = button.current;
    frame.scrollTo({ left: offsetLeft - frame.clientWidth / 3, top: offsetTop - frame.clientHeight / 2 });
  }, [centred]);
  const isMore = node.kind === 'more';
  const verdict = node.mark === null ? '' : t(`verdict.${node.mark}`);
  return (
    <Button
      ref={button}
      type="button"
      data-kind={node.kind}
      data-lit={node.lit || undefined}
      aria-pressed={isMore ? undefined : chosen}
      aria-label={verdict === '' ? text : `${text} (${verdict})`}
      title={text}
      onClick={onChoose}
      style={{
        left: node.x - node.width / 2,
        top: node.y - node.height / 2,
        width: node.width,
        height: node.height,
      }}
    >
      {node.mark !== null && <VerdictMark kind={node.mark} />}
      <span>{isMore ? t('map.more', { count: node.hidden }) : text}</span>
    </Button>
  );
}
