import { sweep } from './harness/sweep.ts';

sweep(['ciso', 'office', 'admin', 'owner', 'citizens-head', 'farming-staff']);
