namespace Todoku.Cli.Terminal;

/// <summary>What standard input is connected to.</summary>
internal enum StreamKind
{
    /// <summary>A person at a keyboard.</summary>
    Terminal,

    /// <summary>Another program.</summary>
    Pipe,

    /// <summary>A file, /dev/null, or unknown.</summary>
    Other,
}
