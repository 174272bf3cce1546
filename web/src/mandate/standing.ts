import type { Mandate } from '../api/model';
import type { Tone } from '../ui/Shape';

/** What a link's own state and the links above it come to. */
export type Standing = 'IN_FORCE' | 'RUNNING_OUT' | 'WAITING' | 'STOPPED' | 'STOPPED_ABOVE';

export type Node = {
  readonly mandate: Mandate;
  readonly standing: Standing;
  /** The nearest stopped link, itself or above; null where none is. */
  readonly stoppedBy: Mandate | null;
  readonly children: readonly Node[];
};

const STOPPED = ['SUSPENDED', 'EXPIRED', 'TERMINATED'];

export function isStopped(mandate: Mandate): boolean {
  return STOPPED.includes(mandate.state);
}

/** The trees of links, in the order given. A link whose parent this session may not see stands as a root. */
export function forest(mandates: readonly Mandate[]): Node[] {
  const known = new Set(mandates.map((mandate) => mandate.id));
  const below = new Map<string | null, Mandate[]>();
  for (const mandate of mandates) {
    const parent = mandate.parent !== null && known.has(mandate.parent) ? mandate.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), mandate]);
  }
  const grow = (mandate: Mandate, above: Node['stoppedBy'], waiting: boolean): Node => {
    const stoppedBy = isStopped(mandate) ? mandate : above;
    const waits = waiting || mandate.state !== 'IN_FORCE';
    const children = (below.get(mandate.id) ?? []).map((child) => grow(child, stoppedBy, waits));
    return { mandate, standing: standingOf(mandate, above, waits), stoppedBy, children };
  };
  return (below.get(null) ?? []).map((root) => grow(root, null, false));
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

export const TONES: Record<Standing, Tone> = {
  IN_FORCE: 'ok',
  RUNNING_OUT: 'warn',
  WAITING: 'draft',
  STOPPED: 'stop',
  STOPPED_ABOVE: 'stop',
};

export const stopped = (node: Node): boolean => node.stoppedBy !== null;
