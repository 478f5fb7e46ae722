namespace Todoku.Smtp.Transcripts;

/// <summary>One line of a session.</summary>
/// <param name="Time">When.</param>
/// <param name="Side">Who.</param>
/// <param name="Text">What: printable ASCII, cut at <see cref="Transcript.MaxLineLength"/>.</param>
public readonly record struct TranscriptLine(DateTimeOffset Time, TranscriptSide Side, string Text);
