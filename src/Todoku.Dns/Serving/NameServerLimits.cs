namespace Todoku.Dns.Serving;

/// <summary>What clients of a <see cref="NameServer"/> may cost.</summary>
public static class NameServerLimits
{
    /// <summary>The most octets of a question, over UDP and TCP.</summary>
    public const int QuestionSize = 4096;

    /// <summary>The most TCP connections at once; more are closed.</summary>
    public const int Connections = 100;

    /// <summary>The most questions of one TCP connection; after them it is closed.</summary>
    public const int QuestionsPerConnection = 1000;

    /// <summary>How long a TCP connection may say nothing.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
}
