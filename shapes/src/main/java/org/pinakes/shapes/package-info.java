/** The SHACL profiles and the judge. Reads shapes from files; knows no store, no network and no clock. */
@NullMarked
package org.pinakes.shapes;

import org.jspecify.annotations.NullMarked;
