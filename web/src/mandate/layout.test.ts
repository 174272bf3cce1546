import { describe, expect, it } from 'vitest';
import type { Mandate, MandateKind } from '../api/model';
import { link } from '../testing/mandates';
import { type Box, COLUMNS, layout, lineBetween } from './layout';
import { forest } from './standing';

/** A seeded generator, so that a failing picture can be drawn again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function anyChain(seed: number): Mandate[] {
  const next = random(seed);
  const links: Mandate[] = [];
  const grow = (parent: string | null, column: number) => {
    const skip = COLUMNS[column] === 'PARTNER_AGREEMENT' && next() < 0.3 ? 1 : 0;
    const kind = COLUMNS[column + skip] as MandateKind | undefined;
    if (!kind) return;
    const many = column === 0 ? 1 : Math.floor(next() * (kind === 'SUBSCRIPTION' ? 7 : 4));
    for (let at = 0; at < many; at++) {
      const id = `m${links.length}`;
      links.push(link(id, kind, parent, next() < 0.2 ? { state: 'SUSPENDED' } : {}));
      grow(id, column + skip + 1);
    }
  };
  grow(null, 0);
  return links;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the picture of the chain', () => {
  it('of any chain has every link once, no box over another and none outside', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const links = anyChain(seed);
      const picture = layout(forest(links), 1288);
      expect(
        picture.boxes
          .flatMap((box) => box.nodes)
          .map((node) => node.mandate.id)
          .sort(),
      ).toEqual(links.map((one) => one.id).sort());
      picture.boxes.forEach((box, at) => {
        expect(box.x + box.width).toBeLessThanOrEqual(picture.width);
        expect(box.y + box.height).toBeLessThanOrEqual(picture.height);
        const covered = picture.boxes.slice(at + 1).filter((other) => overlap(box, other));
        expect(covered, `seed ${seed}`).toEqual([]);
      });
    }
  });

  it('groups many subscriptions of a product by standing, and only those', () => {
    const subscriptions = Array.from({ length: 5 }, (_, at) =>
      link(`s${at}`, 'SUBSCRIPTION', 'p', at === 4 ? { state: 'SUSPENDED' } : {}),
    );
    const { boxes } = layout(forest([link('p', 'GO_LIVE_APPROVAL', null), ...subscriptions]), 1288);
    expect(boxes.map((box) => box.nodes.length)).toEqual([1, 4, 1]);
  });

  it('keeps a readable width in a narrow window and draws nothing for no links', () => {
    expect(layout(forest([link('a', 'SCHEME', null)]), 390).width).toBe(1000);
    expect(layout([], 1288)).toMatchObject({ boxes: [], height: 0 });
  });

  it('runs a line over a column that is skipped straight to the child', () => {
    const { boxes } = layout(
      forest([link('o', 'OPERATING_AGREEMENT', null), link('s', 'SCENARIO', 'o')]),
      1288,
    );
    const [parent, child] = boxes as [Box, Box];
    expect(lineBetween(parent, child).endsWith(`H${child.x}`)).toBe(true);
  });
});
