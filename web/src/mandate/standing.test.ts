import { describe, expect, it } from 'vitest';
import { link } from '../testing/mandates';
import { flatten, forest, pathTo } from './standing';

const chain = (state: 'IN_FORCE' | 'SUSPENDED' | 'EXPIRED' | 'CONFIRMED') =>
  forest([
    link('scheme', 'SCHEME', null),
    link('agreement', 'OPERATING_AGREEMENT', 'scheme', { state }),
    link('scenario', 'SCENARIO', 'agreement'),
    link('product', 'GO_LIVE_APPROVAL', 'scenario', { state: 'CONFIRMED' }),
  ]);

const standings = (nodes: ReturnType<typeof forest>) => flatten(nodes).map((node) => node.standing);

describe('the standing of a link', () => {
  it('follows its own state while everything above is in force', () => {
    expect(standings(chain('IN_FORCE'))).toEqual(['IN_FORCE', 'IN_FORCE', 'IN_FORCE', 'WAITING']);
  });

  it('below a suspended or expired link is stopped, whatever its own state, and knows by which', () => {
    for (const state of ['SUSPENDED', 'EXPIRED'] as const) {
      expect(standings(chain(state))).toEqual(['IN_FORCE', 'STOPPED', 'STOPPED_ABOVE', 'STOPPED_ABOVE']);
      expect(flatten(chain(state)).at(-1)?.stoppedBy?.id).toBe('agreement');
    }
  });

  it('below a link not yet signed waits', () => {
    expect(standings(chain('CONFIRMED'))).toEqual(['IN_FORCE', 'WAITING', 'WAITING', 'WAITING']);
  });

  it('says when its term is running out', () => {
    const term = { from: '2026-01-01', lastDay: '2026-12-31', daysLeft: 38, runningOut: true };
    expect(standings(forest([link('a', 'SCHEME', null, { term })]))).toEqual(['RUNNING_OUT']);
  });
});

describe('the tree of links', () => {
  it('keeps a link whose parent is not shown to this session as a root', () => {
    expect(forest([link('s', 'SUBSCRIPTION', 'hidden')]).map((node) => node.mandate.id)).toEqual(['s']);
  });

  it('finds the way down to a link, and none to an unknown one', () => {
    expect(pathTo(chain('IN_FORCE'), 'scenario').map((node) => node.mandate.id)).toEqual([
      'scheme',
      'agreement',
      'scenario',
    ]);
    expect(pathTo(chain('IN_FORCE'), 'nowhere')).toEqual([]);
  });
});
