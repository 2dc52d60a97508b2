import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { site } from './lib/sites';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  // Source maps and readable names cost a person nothing here and let anyone check what runs.
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser, manifestVersion }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // unlimitedStorage: a researcher's log outgrows the ordinary quota. Nothing else: see docs/privacy.md.
    permissions: ['storage', 'unlimitedStorage'],
    ...(manifestVersion === 3 ? { host_permissions: [...site.matches] } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'flockmark@flockmark.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
