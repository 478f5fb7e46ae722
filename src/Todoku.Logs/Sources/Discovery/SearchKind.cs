namespace Todoku.Logs.Sources.Discovery;

/// <summary>How a file came to be looked at, which decides what is asked of it.</summary>
internal enum SearchKind : byte
{
    /// <summary>Named by a person: it is read, and whatever keeps it from being read is a problem.</summary>
    Named,

    /// <summary>Matched by a person's pattern: the same, but an empty file is no news.</summary>
    Matched,

    /// <summary>Found in a folder or a usual place: only logs with mail are taken; empty and binary files are no news.</summary>
    Found,
}
