import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import antEnglish from 'antd/locale/en_US';
import antChinese from 'antd/locale/zh_CN';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { RefusedError } from './api/refused';
import { router } from './router';
import { whenSessionChanges } from './session/store';
import { theme } from './ui/theme';

/** A refusal will not change by asking again; a lost connection may. */
const retry = (failures: number, error: Error) => !(error instanceof RefusedError) && failures < 2;

const cache = new QueryClient({ defaultOptions: { queries: { retry, staleTime: 2_000 } } });

// What one account was shown is not for the next one in the same tab.
whenSessionChanges(() => cache.clear());

export function App() {
  const { i18n } = useTranslation();
  return (
    <ConfigProvider
      theme={theme}
      locale={i18n.language === 'en' ? antEnglish : antChinese}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
