/** Finds what agents of this desk answered in like cases: an index beside the desk that can be made anew at any time. */
package acquaint.casework.past;
