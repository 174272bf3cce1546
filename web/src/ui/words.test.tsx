// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { count, instant, size, yuan } from '../locales/format';
import { draw } from '../testing/page';
import { LevelBadge } from './LevelBadge';
import { ReasonedButton } from './ReasonedButton';
import { Refusal } from './Refusal';
import { csvLine } from './save';
import { StateTag } from './StateTag';

describe('what is said once for all pages', () => {
  it('a refusal says what, why and by which clause, what to do, whom to ask and the trace id', async () => {
    await draw(
      <Refusal
        what="调用未执行"
        problem={{
          status: 403,
          title: '未取得本人同意',
          code: 'CONSENT_MISSING',
          clause: 'I01',
          fix: '请引导当事人同意',
          mender: 'SUBJECT',
          traceId: '7F3K-1',
        }}
      />,
    );
    const said = screen.getByRole('alert').textContent;
    for (const part of [
      '调用未执行',
      '未取得本人同意',
      'I01',
      '请引导当事人同意',
      '当事人本人',
      'CONSENT_MISSING',
      '7F3K-1',
    ]) {
      expect(said).toContain(part);
    }
  });

  it('a barred button stays reachable, says why, and does nothing', async () => {
    const act = vi.fn();
    await draw(
      <ReasonedButton onClick={act} reason="只有授出方可以暂停">
        暂停授权
      </ReasonedButton>,
    );
    const button = screen.getByRole('button', { name: '暂停授权' });
    fireEvent.click(button);
    expect(act).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      '只有授出方可以暂停',
    );
  });

  it('a state is a shape and a word, a level a number and bars', async () => {
    await draw(
      <>
        <StateTag tone="stop" word="暂停执行" />
        <LevelBadge level="L3" />
        <LevelBadge level={null} />
      </>,
    );
    expect(screen.getByText('暂停执行').parentElement?.querySelector('svg')).toBeTruthy();
    expect(document.querySelectorAll('.level-bars .filled')).toHaveLength(3);
    expect(screen.getByText('未定级')).toBeTruthy();
  });
});

describe('figures', () => {
  it('money is exact to the fen', () => {
    expect([0, 5, 80, 123_456_789, -1].map(yuan)).toEqual([
      '¥0.00',
      '¥0.05',
      '¥0.80',
      '¥1,234,567.89',
      '-¥0.01',
    ]);
  });

  it('counts are grouped, sizes in powers of 1000, instants in the zone of the city', () => {
    expect([0, 999, 1000, 1_204_331].map(count)).toEqual(['0', '999', '1,000', '1,204,331']);
    expect([999, 1_900_000_000].map(size)).toEqual(['999 B', '1.9 GB']);
    expect(instant('2026-11-24T16:20:07Z')).toBe('2026-11-25 00:20:07');
  });

  it('exported lines keep long ids as text and run no formula', () => {
    expect(csvLine(['341599199003071234', '=1+1', 'a"b', 3])).toBe(
      '"\t341599199003071234","\'=1+1","a""b","3"',
    );
  });
});
