namespace Todoku.Diagnosis.Reports.Text;

/// <summary>What a piece of text is, and so how a terminal shows it.</summary>
public enum Ink
{
    /// <summary>Ordinary text.</summary>
    Plain,

    /// <summary>A title or what matters most.</summary>
    Strong,

    /// <summary>What may be passed over.</summary>
    Faint,

    /// <summary>Something that fails.</summary>
    Bad,

    /// <summary>Something that fails in part, or a doubt.</summary>
    Doubtful,

    /// <summary>Something that works.</summary>
    Good,

    /// <summary>A number or marker that leads the eye.</summary>
    Marker,

    /// <summary>A command or record to copy.</summary>
    Code,
}
