/**
 * The application ontology: conditions are defined by site and morphology, and a reasoner finds where they belong. Only {@link
 * org.pinakes.ontology.classify.Classifier} knows OWLAPI, and it is loaded only when the files changed since the last time.
 */
@NullMarked
package org.pinakes.ontology.classify;

import org.jspecify.annotations.NullMarked;
