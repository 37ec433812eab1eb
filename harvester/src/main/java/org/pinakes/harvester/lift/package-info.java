/** From a document to one graph for each dataset that it describes. Pure but for reading the document's bytes. */
@NullMarked
package org.pinakes.harvester.lift;

import org.jspecify.annotations.NullMarked;
