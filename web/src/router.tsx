import { createBrowserRouter } from 'react-router';
import Frame from './frame/Frame';
import { Broken, NotFound } from './frame/NotFound';

/** Each page is a chunk of its own, loaded when opened. */
export const router = createBrowserRouter([
  {
    path: '/sign-in',
    lazy: async () => ({ Component: (await import('./session/SignInPage')).default }),
    HydrateFallback: () => null,
    ErrorBoundary: Broken,
  },
  {
    path: '/',
    Component: Frame,
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./home/HomePage')).default }) },
      {
        path: 'catalogue',
        lazy: async () => ({ Component: (await import('./catalogue/CataloguePage')).default }),
      },
      { path: 'products', lazy: async () => ({ Component: (await import('./market/MarketPage')).default }) },
      {
        path: 'products/:code',
        lazy: async () => ({ Component: (await import('./product/ProductPage')).default }),
      },
      { path: '*', Component: NotFound },
    ],
  },
]);
