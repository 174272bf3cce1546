import { useMutation } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { client, done } from '../api/client';
import { problemIn } from '../api/refused';
import { Foot } from '../frame/Foot';
import { LanguageSwitch } from '../frame/LanguageSwitch';
import { Mark } from '../frame/Mark';
import { ReasonedButton } from '../ui/ReasonedButton';
import { Refusal } from '../ui/Refusal';
import { placeWithin } from './placeWithin';
import './SignInPage.css';
import { beginSession, useEnding, useSession } from './store';

type Credentials = { readonly user: string; readonly password: string };

/** Sign-in; says why the last session ended, and goes back to the page one came for. */
export default function SignInPage() {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const signedIn = useSession();
  const ending = useEnding();
  const signIn = useMutation({
    mutationFn: (body: Credentials) => done(client.POST('/api/v1/session', { body })),
    onSuccess: beginSession,
  });
  if (signedIn) {
    return <Navigate to={placeWithin(parameters.get('to'))} replace />;
  }
  return (
    <div className="sign-in">
      <header className="top">
        <Mark />
        <span className="sign-in-space" />
        <LanguageSwitch />
      </header>
      <main className="sign-in-main">
        <h1>{t('session.title')}</h1>
        <p className="lede">{t(ending === 'EXPIRED' ? 'session.expired' : 'session.lede')}</p>
        <div className="panel pad">
          {signIn.error ? <Refusal problem={problemIn(signIn.error)} what={t('session.refused')} /> : null}
          <Form<Credentials>
            layout="vertical"
            requiredMark={false}
            onFinish={(values) => signIn.mutate(values)}
          >
            <Form.Item
              name="user"
              label={t('session.user')}
              rules={[{ required: true, message: t('field.required', { what: t('session.user') }) }]}
            >
              <Input autoComplete="username" autoFocus />
            </Form.Item>
            <Form.Item
              name="password"
              label={t('session.password')}
              rules={[{ required: true, message: t('field.required', { what: t('session.password') }) }]}
            >
              <Input type="password" autoComplete="current-password" />
            </Form.Item>
            <ReasonedButton primary submit busy={signIn.isPending}>
              {t('session.signIn')}
            </ReasonedButton>
          </Form>
        </div>
        <p className="small quiet">{t('session.help')}</p>
      </main>
      <Foot />
    </div>
  );
}
