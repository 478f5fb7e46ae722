namespace Todoku.Relay.Configuration;

/// <summary>One error of the configuration.</summary>
/// <param name="File">The configuration file.</param>
/// <param name="Line">The line, from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong and what to write instead, in the language that was asked for.</param>
public sealed record ConfigurationProblem(string File, int Line, string Message)
{
    /// <summary>As compilers write it.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
