import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMaySeeEntries } from '../api/queries';
import { Shape } from '../ui/Shape';
import './Chain.css';
import { ChainBox } from './ChainBox';
import { type Box, layout, lineBetween, type Picture } from './layout';
import { type Node, stopped } from './standing';

const MARGIN = 14;
const HEAD = 32;

/** The chain of mandate drawn: a column per kind of link, what is stopped dashed and red with everything below it. */
export function Chain({ roots }: { readonly roots: readonly Node[] }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const measured = frame.current;
    if (!measured) return;
    const watch = new ResizeObserver(() => setRoom(measured.clientWidth - 2 * MARGIN));
    watch.observe(measured);
    return () => watch.disconnect();
  }, []);
  const picture = useMemo(() => layout(roots, room), [roots, room]);

  return (
    <div className="chain" ref={frame} tabIndex={0} role="group" aria-label={t('home.title')}>
      {room === 0 ? null : (
        <div
          className="chain-canvas"
          style={{ width: picture.width + 2 * MARGIN, height: picture.height + HEAD + MARGIN }}
          onKeyDown={(event) => walk(event, picture)}
        >
          {picture.columns.map((column) => (
            <div
              key={column.kind}
              className="chain-head"
              style={{ left: MARGIN + column.x, width: column.width }}
            >
              <span>{t(`mandate.kind.${column.kind}`)}</span>
              <b>{column.links}</b>
            </div>
          ))}
          <Lines picture={picture} />
          <ul>
            {picture.boxes.map((box) => (
              <ChainBox key={box.key} box={box} left={MARGIN + box.x} top={HEAD + box.y} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

export function ChainLegend() {
  const { t } = useTranslation();
  const counted = useMaySeeEntries();
  return (
    <p className="chain-legend small">
      <span>
        <Shape tone="ok" /> {t('mandate.state.IN_FORCE')}
      </span>
      <span className="tone-warn">
        <Shape tone="warn" /> {t('mandate.runningOut')}
      </span>
      <span>
        <Shape tone="draft" /> {t('mandate.waiting')}
      </span>
      <span className="tone-stop">
        <Shape tone="stop" /> {t('mandate.stopped')}
      </span>
      <span className="chain-law">
        {t('mandate.law')}
        {counted ? t('mandate.countsToday') : null}
      </span>
    </p>
  );
}

function Lines({ picture }: { readonly picture: Picture }) {
  const byKey = new Map(picture.boxes.map((box) => [box.key, box]));
  return (
    <svg
      className="chain-lines"
      style={{ left: MARGIN, top: HEAD }}
      width={picture.width}
      height={picture.height}
      aria-hidden="true"
    >
      {picture.boxes.map((box) => {
        const parent = box.parent === null ? undefined : byKey.get(box.parent);
        return parent ? <Line key={box.key} parent={parent} child={box} /> : null;
      })}
    </svg>
  );
}

function Line({ parent, child }: { readonly parent: Box; readonly child: Box }) {
  const [node] = child.nodes;
  const cut = node.standing === 'STOPPED' && !stopped(parent.nodes[0]);
  const y = child.y + child.height / 2;
  return (
    <>
      <path className={stopped(node) ? 'cut' : ''} d={lineBetween(parent, child)} />
      {cut ? <path className="bars" d={`M${child.x - 9} ${y - 5}v10M${child.x - 5} ${y - 5}v10`} /> : null}
    </>
  );
}

/** Arrow keys walk the picture: to the parent, to the first child, up and down the column. */
function walk(event: KeyboardEvent<HTMLElement>, picture: Picture): void {
  const key = (event.target as HTMLElement).dataset['key'];
  const from = picture.boxes.find((box) => box.key === key);
  const to = from && neighbour(event.key, from, picture.boxes);
  if (to) {
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-key="${CSS.escape(to.key)}"]`)?.focus();
  }
}

function neighbour(pressed: string, from: Box, boxes: readonly Box[]): Box | undefined {
  const column = boxes.filter((box) => box.column === from.column);
  switch (pressed) {
    case 'ArrowLeft':
      return boxes.find((box) => box.key === from.parent);
    case 'ArrowRight':
      return boxes.find((box) => box.parent === from.key);
    case 'ArrowUp':
      return column[column.indexOf(from) - 1];
    case 'ArrowDown':
      return column[column.indexOf(from) + 1];
    default:
      return undefined;
  }
}
