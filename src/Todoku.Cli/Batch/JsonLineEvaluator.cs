using System.Text.Json;

namespace Todoku.Cli.Batch;

/// <summary>
/// Answers one line of a batch: writes the properties of the answer, without the braces and without <c>id</c>. Is called for several lines
/// at a time, from several threads.
/// </summary>
/// <param name="request">The line.</param>
/// <param name="answer">Where the properties go.</param>
/// <exception cref="JsonLineException">The line doesn't say what it must; the answer is an error then.</exception>
internal delegate ValueTask JsonLineEvaluator(JsonLineRequest request, Utf8JsonWriter answer);
