import { Form, Input } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sha256, toHex } from '../evidence/bytes';
import { size } from '../locales/format';

export type GroundValues = {
  readonly reason: string;
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly sha256: string;
};

/** Reason and paper of an act. The file stays with the officer: only its SHA-256 is sent. */
export function DocumentFields() {
  const { t } = useTranslation();
  const required = (what: string) => ({
    required: true,
    whitespace: true,
    message: t('field.required', { what }),
  });
  return (
    <>
      <Form.Item name="reason" label={t('mandate.reason')} rules={[required(t('mandate.reason'))]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="title" label={t('document.title')} rules={[required(t('document.title'))]}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="document-row">
        <Form.Item name="number" label={t('document.number')} rules={[required(t('document.number'))]}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="date" label={t('document.date')} rules={[required(t('document.date'))]}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item
        name="sha256"
        label={t('document.hash')}
        rules={[{ required: true, pattern: /^[0-9a-f]{64}$/, message: t('document.hashRule') }]}
      >
        <Input className="mono" maxLength={64} spellCheck={false} />
      </Form.Item>
      <HashOfFile />
    </>
  );
}

/** Computes the hash from a chosen file, where the browser can. */
function HashOfFile() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const [chosen, setChosen] = useState<string | null>(null);
  if (globalThis.crypto?.subtle === undefined) {
    return null;
  }

  async function hash(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (file) {
      form.setFieldValue('sha256', toHex(await sha256(new Uint8Array(await file.arrayBuffer()))));
      await form.validateFields(['sha256']);
      setChosen(`${file.name} \u00b7 ${size(file.size)}`);
    }
  }

  return (
    <label className="document-file small">
      <span className="link">{t('document.choose')}</span>
      <input type="file" onChange={(event) => void hash(event)} />
      <span className="quiet">{chosen ?? t('document.stays')}</span>
    </label>
  );
}
