import type { MandateKind } from '../api/model';
import type { Node } from './standing';

/** The columns of the picture, left to right. */
export const COLUMNS: readonly MandateKind[] = [
  'SCHEME',
  'OPERATING_AGREEMENT',
  'PARTNER_AGREEMENT',
  'SCENARIO',
  'GO_LIVE_APPROVAL',
  'SUBSCRIPTION',
];

/** Wide enough, on a screen of 1366 px, for a title of twelve characters in one line from the scenarios on. */
const SHARES = [1, 1.08, 1.11, 1.26, 1.42, 1.26];
/** Two lines of title for the long names of schemes and agreements, one for the rest. */
const HEIGHTS = [84, 84, 66, 66, 66, 66];
const GAP_ACROSS = 30;
const GAP_DOWN = 10;
/** A parent stands at the middle of what hangs on it, but never so far down that a first screen would not show it. */
const FARTHEST_DOWN = 170;
const NARROWEST = 1_000;
/** More subscriptions of one product than this are drawn as one box per standing. */
const SINGLE_SUBSCRIPTIONS = 3;

/** One box: a link, or several subscriptions of one product in the same standing. */
export type Box = {
  readonly key: string;
  readonly nodes: readonly [Node, ...Node[]];
  readonly parent: string | null;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Column = {
  readonly kind: MandateKind;
  readonly x: number;
  readonly width: number;
  readonly links: number;
};
export type Picture = {
  readonly boxes: readonly Box[];
  readonly columns: readonly Column[];
  readonly width: number;
  readonly height: number;
};

type Slot = {
  readonly nodes: readonly [Node, ...Node[]];
  readonly below: readonly Slot[];
  readonly height: number;
  /** Height of what hangs below, and of the whole subtree with its own box. */
  readonly belowHeight: number;
  readonly fullHeight: number;
};

/**
 * Places every link in its kind's column, each parent beside what hangs on it. Boxes never overlap: every
 * subtree has rows of its own. Narrower than a readable picture it keeps that width, and the frame around it scrolls.
 */
export function layout(roots: readonly Node[], available: number): Picture {
  const width = Math.max(available, NARROWEST);
  const columns = columnsOf(roots, width);
  const boxes: Box[] = [];

  const place = (slot: Slot, parent: string | null, top: number): void => {
    const [first] = slot.nodes;
    const at = COLUMNS.indexOf(first.mandate.kind);
    const { x, width: across } = columns[at] as Column;
    const key = slot.nodes.length > 1 ? `${first.mandate.id}+${slot.nodes.length - 1}` : first.mandate.id;
    const y = top + Math.min((slot.fullHeight - slot.height) / 2, FARTHEST_DOWN);
    boxes.push({ key, nodes: slot.nodes, parent, column: at, x, y, width: across, height: slot.height });
    let childTop = top + (slot.fullHeight - slot.belowHeight) / 2;
    for (const child of slot.below) {
      place(child, key, childTop);
      childTop += child.fullHeight + GAP_DOWN;
    }
  };

  let top = 0;
  for (const slot of slotsOf(roots)) {
    place(slot, null, top);
    top += slot.fullHeight + GAP_DOWN;
  }
  return { boxes: boxes.sort(byReading), columns, width, height: Math.max(0, top - GAP_DOWN) };
}

function byReading(left: Box, right: Box): number {
  return left.column - right.column || left.y - right.y;
}

function slotsOf(nodes: readonly Node[]): Slot[] {
  return grouped(nodes).map((group) => {
    const below = group.length > 1 ? [] : slotsOf(group[0].children);
    const height = HEIGHTS[COLUMNS.indexOf(group[0].mandate.kind)] as number;
    const belowHeight = below.reduce(
      (sum, slot) => sum + slot.fullHeight,
      Math.max(0, below.length - 1) * GAP_DOWN,
    );
    return { nodes: group, below, height, belowHeight, fullHeight: Math.max(height, belowHeight) };
  });
}

function grouped(nodes: readonly Node[]): (readonly [Node, ...Node[]])[] {
  const subscriptions = nodes.filter((node) => node.mandate.kind === 'SUBSCRIPTION');
  if (subscriptions.length <= SINGLE_SUBSCRIPTIONS) {
    return nodes.map((node) => [node]);
  }
  const byStanding = new Map<string, [Node, ...Node[]]>();
  for (const node of subscriptions) {
    const group = byStanding.get(node.standing);
    if (group) {
      group.push(node);
    } else {
      byStanding.set(node.standing, [node]);
    }
  }
  return [
    ...nodes.filter((node) => node.mandate.kind !== 'SUBSCRIPTION').map((node): [Node] => [node]),
    ...byStanding.values(),
  ];
}

function columnsOf(roots: readonly Node[], width: number): Column[] {
  const links = new Map<MandateKind, number>();
  const tally = (node: Node) => {
    links.set(node.mandate.kind, (links.get(node.mandate.kind) ?? 0) + 1);
    node.children.forEach(tally);
  };
  roots.forEach(tally);
  const total = SHARES.reduce((sum, share) => sum + share, 0);
  const free = width - GAP_ACROSS * (COLUMNS.length - 1);
  let x = 0;
  return COLUMNS.map((kind, at) => {
    const own = Math.floor((free * (SHARES[at] as number)) / total);
    const column = { kind, x, width: own, links: links.get(kind) ?? 0 };
    x += own + GAP_ACROSS;
    return column;
  });
}

/** The line from a parent's right edge to a child's left edge: across, down at the elbow, across. */
export function lineBetween(parent: Box, child: Box): string {
  const startX = parent.x + parent.width;
  const startY = parent.y + parent.height / 2;
  const endY = child.y + child.height / 2;
  const elbow = startX + GAP_ACROSS / 2;
  return `M${startX} ${startY}H${elbow}V${endY}H${child.x}`;
}
