namespace Todoku.Logs.Dialects;

/// <summary>Yes-or-no facts of an event.</summary>
[Flags]
internal enum LogEventFlags : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The text is what a remote server said.</summary>
    RemoteReply = 1,

    /// <summary>Nothing was tried: an earlier failure is repeated.</summary>
    Echo = 2,

    /// <summary>The line was rewritten: parts are cut from the block's side buffer.</summary>
    Rewritten = 4,
}
