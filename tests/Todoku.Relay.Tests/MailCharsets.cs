using System.Runtime.CompilerServices;
using Todoku.Mail;

namespace Todoku.Relay.Tests;

/// <summary>
/// Has the charsets of mail known before any test runs, as they are in the native program, whose modules all begin at its start: under the JIT whichever test uses the mail library first would
/// decide for all, and that is another one with each order of the tests.
/// </summary>
internal static class MailCharsets
{
    [ModuleInitializer]
    internal static void Register() => RuntimeHelpers.RunModuleConstructor(typeof(DomainName).Module.ModuleHandle);
}
