/** The sites that Flockmark reads. The manifest's matches follow from here. */
export { x as site } from './x';
