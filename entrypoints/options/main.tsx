/** The options page. */
import { dressPage } from '@/components/dress-page';
import { createWords } from '@/components/words';

dressPage(document, createWords(browser.i18n), 'Flockmark');
