using System.Text;
using Todoku.Authentication.Signatures;

namespace Todoku.Diagnosis.Checks.Dkim;

/// <summary>Key records as text.</summary>
internal static class KeyText
{
    /// <summary>The octets as characters, each as it is.</summary>
    public static string Of(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);

    /// <summary>Whether a verifier can use a record of this text, and a person can enter it: it is printable ASCII.</summary>
    public static bool IsUsable(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && KeyRecord.Parse(Encoding.Latin1.GetBytes(text)) is { Problem: null };
}
