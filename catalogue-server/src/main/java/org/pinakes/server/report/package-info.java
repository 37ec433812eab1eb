/** How verdicts are answered over HTTP: by format and language. Knows no feature. */
@NullMarked
package org.pinakes.server.report;

import org.jspecify.annotations.NullMarked;
