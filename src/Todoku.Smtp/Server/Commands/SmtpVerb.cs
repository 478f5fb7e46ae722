namespace Todoku.Smtp.Server.Commands;

/// <summary>The commands whose arguments do not matter.</summary>
internal enum SmtpVerb : byte
{
    Data,
    Rset,
    Noop,
    Quit,
    StartTls,
    Vrfy,
    Expn,
    Help,
}
