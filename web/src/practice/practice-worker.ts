import { openDoor } from '../console/desk-door.ts';
import { makePracticeActs } from './practice-acts.ts';

// Its response's policy lets this worker fetch nothing and send nothing: what is practised cannot leave it.

openDoor(self, makePracticeActs(Date.now));
