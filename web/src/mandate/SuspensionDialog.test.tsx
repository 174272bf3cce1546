// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { link } from '../testing/mandates';
import { draw } from '../testing/page';
import { type Asked, json, problem, serverAnswering } from '../testing/server';
import SuspensionDialog from './SuspensionDialog';

const MANDATE = link('agreement', 'OPERATING_AGREEMENT', null, { title: '整体授权协议' });
const PREVIEW = 'GET /api/v1/mandates/agreement/suspension-preview';
const SUSPEND = 'POST /api/v1/mandates/agreement/suspension';
const HASH = 'a'.repeat(64);

let previews = 0;
const preview = () => {
  previews++;
  return json({
    previewToken: `token-${previews}`,
    reaches: [{ id: 's', kind: 'SCENARIO', title: '灵活就业服务' }],
    products: ['P37'],
    subscriptions: [],
  });
};

function fill(values: Record<string, string>): void {
  for (const [label, value] of Object.entries(values)) {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  }
}

const GROUND = {
  理由: '核查',
  依据文件标题: '暂停通知',
  文号: '1号',
  成文日期: '2026-11-24',
  '文件摘要值（SHA-256）': HASH,
};
const confirm = () => fireEvent.click(screen.getByRole('button', { name: /共停 2 个环节/ }));
const suspensions = (asked: Asked[]) => asked.filter((one) => one.method === 'POST');

afterEach(() => vi.unstubAllGlobals());

describe('the suspension of a link', () => {
  it('shows what it reaches before it can be confirmed, then sends that preview with its ground', async () => {
    previews = 0;
    const closed = vi.fn();
    const asked = serverAnswering({
      [PREVIEW]: preview,
      [SUSPEND]: () => new Response(null, { status: 201 }),
    });
    await draw(<SuspensionDialog mandate={MANDATE} onClose={closed} />);
    expect(await screen.findByText('灵活就业服务')).toBeTruthy();
    fill(GROUND);
    confirm();
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(suspensions(asked).map((one) => one.body)).toEqual([
      {
        previewToken: 'token-1',
        reason: '核查',
        document: { title: '暂停通知', number: '1号', date: '2026-11-24', sha256: HASH },
      },
    ]);
  });

  it('is not sent without reason and paper, nor with a hash that is none', async () => {
    const asked = serverAnswering({ [PREVIEW]: preview });
    await draw(<SuspensionDialog mandate={MANDATE} onClose={vi.fn()} />);
    await screen.findByText('灵活就业服务');
    fill({ ...GROUND, 理由: ' ', '文件摘要值（SHA-256）': 'abc' });
    confirm();
    expect(await screen.findByText('请填写理由。')).toBeTruthy();
    expect(await screen.findByText(/64 位小写十六进制/)).toBeTruthy();
    expect(suspensions(asked)).toEqual([]);
  });

  it('previews again when things changed meanwhile, says so, and stays open', async () => {
    previews = 0;
    const closed = vi.fn();
    const asked = serverAnswering({ [PREVIEW]: preview, [SUSPEND]: () => problem(409, 'PREVIEW_STALE') });
    await draw(<SuspensionDialog mandate={MANDATE} onClose={closed} />);
    await screen.findByText('灵活就业服务');
    fill(GROUND);
    confirm();
    expect(await screen.findByText('title of PREVIEW_STALE')).toBeTruthy();
    await waitFor(() => expect(previews).toBe(2));
    confirm();
    await waitFor(() => expect(suspensions(asked)).toHaveLength(2));
    expect(suspensions(asked).at(-1)?.body).toMatchObject({ previewToken: 'token-2' });
    expect(closed).not.toHaveBeenCalled();
  });
});
