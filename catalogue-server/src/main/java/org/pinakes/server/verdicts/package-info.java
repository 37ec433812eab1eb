/** {@code /datasets/{id}/verdict}: what each profile says of a published record, and where to mend it. */
@NullMarked
package org.pinakes.server.verdicts;

import org.jspecify.annotations.NullMarked;
