/** Before every unit test file. */
import fc from 'fast-check';

// By hand, property tests look somewhere new each time; where a change is judged, everybody's change meets the same cases.
if (process.env.CI) fc.configureGlobal({ seed: 20_160_726 });
