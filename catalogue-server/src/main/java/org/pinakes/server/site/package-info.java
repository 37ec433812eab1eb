/** What all features share: the open catalogue and how it is shown. */
@NullMarked
package org.pinakes.server.site;

import org.jspecify.annotations.NullMarked;
