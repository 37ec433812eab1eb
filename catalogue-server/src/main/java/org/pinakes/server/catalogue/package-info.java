/** The DCAT-AP feed that other catalogues harvest. */
@NullMarked
package org.pinakes.server.catalogue;

import org.jspecify.annotations.NullMarked;
