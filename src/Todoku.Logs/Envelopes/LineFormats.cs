using Todoku.Logs.Envelopes.Formats;
using Todoku.Logs.Exim;

namespace Todoku.Logs.Envelopes;

/// <summary>All wrapped line formats that are understood. A new one is one file in <c>Formats/</c> and one line here.</summary>
public static class LineFormats
{
    /// <summary>The formats, in the order in which they are tried.</summary>
    public static IReadOnlyList<ILineFormat> All { get; } =
    [
        new JsonLine(),
        new JsonRecordPrefix(),
        new Rfc5424(),
        new PriorityPrefix(),
        new CriLine(),
        new ContainerTimestamp(),
        new ComposePrefix(),
        new PodPrefix(),
        new ShortFull(),
        new YearInDate(),
        new EximMainLog(),
        new SpacedIsoTime(),
        new LocalizedMonth(),
        new LeadingNoise(),
    ];
}
