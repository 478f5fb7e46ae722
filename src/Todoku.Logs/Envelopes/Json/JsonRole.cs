namespace Todoku.Logs.Envelopes.Json;

/// <summary>What a member of a JSON log line is for.</summary>
internal enum JsonRole : byte
{
    /// <summary>The time, as RFC 3339, as another stamp, or as a number since 1970.</summary>
    Time,

    /// <summary>The host.</summary>
    Host,

    /// <summary>The program that wrote it.</summary>
    Program,

    /// <summary>Its process id.</summary>
    Pid,

    /// <summary>The text.</summary>
    Text,
}
