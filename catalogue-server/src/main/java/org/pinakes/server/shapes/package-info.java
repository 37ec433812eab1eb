/** {@code /shapes}: what each profile wants, read off its own files. */
@NullMarked
package org.pinakes.server.shapes;

import org.jspecify.annotations.NullMarked;
