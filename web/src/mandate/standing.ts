import type { EntryCount, Mandate } from '../api/model';
import type { Tone } from '../ui/Shape';

/** What a link's own state and the links above it come to. */
export type Standing = 'IN_FORCE' | 'RUNNING_OUT' | 'WAITING' | 'STOPPED' | 'STOPPED_ABOVE';

export type Node = {
  readonly mandate: Mandate;
  readonly standing: Standing;
  /** The nearest stopped link, itself or above; null where none is. */
  readonly stoppedBy: Mandate | null;
  readonly children: readonly Node[];
  /** Uses and refusals of the legal day, of this link's subscriptions or of those below it. */
  readonly uses: number;
  readonly refusals: number;
};

const STOPPED = ['SUSPENDED', 'EXPIRED', 'TERMINATED'];

export function isStopped(mandate: Mandate): boolean {
  return STOPPED.includes(mandate.state);
}

function today(counts: readonly EntryCount[], subscription: string, kind: EntryCount['kind']): number {
  return counts
    .filter((count) => count.subscription === subscription && count.kind === kind)
    .reduce((sum, count) => sum + count.today, 0);
}

/** The trees of links, in the order given, with the day's counts summed upwards. A link whose parent this session may not see stands as a root. */
export function forest(mandates: readonly Mandate[], counts: readonly EntryCount[] = []): Node[] {
  const known = new Set(mandates.map((mandate) => mandate.id));
  const byParent = new Map<string | null, Mandate[]>();
  for (const mandate of mandates) {
    const parent = mandate.parent !== null && known.has(mandate.parent) ? mandate.parent : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), mandate]);
  }
  const grow = (mandate: Mandate, above: Node['stoppedBy'], waiting: boolean): Node => {
    const stoppedBy = isStopped(mandate) ? mandate : above;
    const waits = waiting || mandate.state !== 'IN_FORCE';
    const children = (byParent.get(mandate.id) ?? []).map((child) => grow(child, stoppedBy, waits));
    const below = (kind: 'uses' | 'refusals') => children.reduce((sum, child) => sum + child[kind], 0);
    return {
      mandate,
      standing: standingOf(mandate, above, waits),
      stoppedBy,
      children,
      uses: today(counts, mandate.id, 'use') + below('uses'),
      refusals: today(counts, mandate.id, 'refusal') + below('refusals'),
    };
  };
  return (byParent.get(null) ?? []).map((root) => grow(root, null, false));
}

function standingOf(mandate: Mandate, above: Mandate | null, waits: boolean): Standing {
  if (isStopped(mandate)) {
    return 'STOPPED';
  }
  if (above) {
    return 'STOPPED_ABOVE';
  }
  if (waits) {
    return 'WAITING';
  }
  return mandate.term.runningOut ? 'RUNNING_OUT' : 'IN_FORCE';
}

/** All nodes, each parent before its children. */
export function flatten(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

/** The nodes from the root down to one link; empty when it is unknown. */
export function pathTo(nodes: readonly Node[], id: string): Node[] {
  for (const node of nodes) {
    if (node.mandate.id === id) {
      return [node];
    }
    const below = pathTo(node.children, id);
    if (below.length > 0) {
      return [node, ...below];
    }
  }
  return [];
}

/** The nodes from the root down to a product's go-live approval, the latest where it has several; empty without one. */
export function pathToProduct(roots: readonly Node[], code: string): Node[] {
  const approval = flatten(roots)
    .filter((node) => node.mandate.kind === 'GO_LIVE_APPROVAL' && node.mandate.product?.code === code)
    .at(-1);
  return approval ? pathTo(roots, approval.mandate.id) : [];
}

export const TONES: Record<Standing, Tone> = {
  IN_FORCE: 'ok',
  RUNNING_OUT: 'warn',
  WAITING: 'draft',
  STOPPED: 'stop',
  STOPPED_ABOVE: 'stop',
};

export const stopped = (node: Node): boolean => node.stoppedBy !== null;
