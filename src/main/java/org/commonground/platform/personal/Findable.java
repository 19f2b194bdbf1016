package org.commonground.platform.personal;

/** Something by which a sealed value is found again, written so that what means the same is the same. */
public interface Findable {

    /** What it is, such as a word of a name: the same text of another kind has another digest. */
    String ofKind();

    /** What is digested; it stands in no table. */
    String plain();
}
