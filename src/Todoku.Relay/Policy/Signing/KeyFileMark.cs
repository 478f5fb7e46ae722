namespace Todoku.Relay.Policy.Signing;

/// <summary>What changes when a file is written, replaced, or given other rights.</summary>
/// <param name="Inode">The number of the file in its file system; 0 where there is none.</param>
/// <param name="Modified">When its content changed, in nanoseconds since 1970.</param>
/// <param name="Length">Its length in octets.</param>
/// <param name="Mode">Who may do what.</param>
/// <param name="Owner">The user whose it is; 0, root, where there are no users.</param>
public readonly record struct KeyFileMark(ulong Inode, long Modified, ulong Length, UnixFileMode Mode, uint Owner);
