namespace Todoku.Web.Control;

/// <summary>Why a question could not be answered, or a wish not be done.</summary>
/// <param name="Kind">Which of the known reasons.</param>
/// <param name="Detail">The particulars, in English: a value that is wrong, the words of the database.</param>
public sealed record ControlFault(ControlFaultKind Kind, string Detail);
