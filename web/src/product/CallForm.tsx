import { Form, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coded, Field, Mandate, ProductDetail } from '../api/model';
import { useWords } from '../locales/format';
import { ReasonedButton } from '../ui/ReasonedButton';
import { type CallValues, newIdempotencyKey } from './call';
import { KeyField } from './KeyField';

type Props = {
  readonly product: ProductDetail;
  /** What the product is approved for, where one has no subscription of one's own. */
  readonly purposes: readonly Coded[];
  readonly subscriptions: readonly Mandate[];
  readonly busy: boolean;
  readonly onCall: (values: CallValues) => void;
};

/** Key, purpose, subject and inputs of one call. Sending the same form twice is the same use; any change makes a new one. */
export function CallForm({ product, purposes: approved, subscriptions, busy, onCall }: Props) {
  const { t } = useTranslation();
  const { label } = useWords();
  const [form] = Form.useForm<CallValues>();
  const sent = useRef(false);
  const [idempotencyKey, setIdempotencyKey] = useState(newIdempotencyKey);
  const ofSubscriptions = subscriptions.flatMap((subscription) => subscription.scope.purposes ?? []);
  const purposes = [
    ...new Map([...ofSubscriptions, ...approved].map((purpose) => [purpose.code, purpose])).values(),
  ];

  function renew() {
    sent.current = false;
    setIdempotencyKey(newIdempotencyKey());
  }

  function send(values: CallValues) {
    sent.current = true;
    onCall({ ...values, idempotencyKey });
  }

  return (
    <Form<CallValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="pad call-form"
      initialValues={{ purpose: purposes[0]?.code }}
      onValuesChange={() => sent.current && renew()}
      onFinish={send}
    >
      <KeyField subscriptions={subscriptions} onIssued={(key) => form.setFieldValue('key', key)} />
      <Form.Item
        name="purpose"
        label={t('try.purpose')}
        rules={[{ required: true, message: t('field.required', { what: t('try.purpose') }) }]}
      >
        <Select options={purposes.map((purpose) => ({ value: purpose.code, label: label(purpose) }))} />
      </Form.Item>
      {product.subjectKind === 'NONE' ? null : (
        <Form.Item
          name="subject"
          label={t(product.subjectKind === 'PERSON' ? 'try.personId' : 'try.firmId')}
          rules={[{ required: true, message: t('field.required', { what: t('try.subject') }) }]}
        >
          <Input className="mono" maxLength={18} autoComplete="off" spellCheck={false} />
        </Form.Item>
      )}
      {(product.active?.inputs ?? []).map((field) => (
        <InputField key={field.code} field={field} />
      ))}
      <p className="small quiet call-key">
        {t('try.idempotencyKey')} <span className="mono">{idempotencyKey}</span>{' '}
        <button type="button" className="link" onClick={renew}>
          {t('try.renewKey')}
        </button>
        <br />
        {t('try.idempotencyNote')}
      </p>
      <ReasonedButton primary submit busy={busy} reason={purposes.length > 0 ? null : t('try.noPurposes')}>
        {t('try.call')}
      </ReasonedButton>
    </Form>
  );
}

function InputField({ field }: { readonly field: Field }) {
  const { t } = useTranslation();
  const { text, label } = useWords();
  const rules = field.required
    ? [{ required: true, message: t('field.required', { what: text(field) }) }]
    : [];
  const name = ['inputs', field.code];
  const choices = field.choices.map((choice) => ({ value: choice.code, label: text(choice) }));
  return (
    <Form.Item name={name} label={label(field)} rules={rules}>
      {field.type === 'CHOICE' ? (
        <Select options={choices} allowClear={!field.required} />
      ) : (
        <Input
          placeholder={field.fallback ?? (field.type === 'MONTH' ? 'yyyy-MM' : '')}
          inputMode={field.type === 'INTEGER' ? 'numeric' : 'text'}
        />
      )}
    </Form.Item>
  );
}
