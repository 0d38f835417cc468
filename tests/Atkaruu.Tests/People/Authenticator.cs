using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Atkaruu.Tests.People;

/// <summary>A device with one passkey (WebAuthn, ES256), as a browser would speak for it.</summary>
internal sealed class Authenticator : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _userHandle = "";
    private uint _uses;

    /// <summary>What the browser tells about where it is.</summary>
    public string Origin { get; set; } = "https://localhost";

    /// <summary>Whether the device has recognised its owner.</summary>
    public bool Verifies { get; set; } = true;

    public bool Counts { get; set; } = true;

    public string Create(string question)
    {
        using var options = JsonDocument.Parse(question);
        _userHandle = options.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(false).Q;
        byte[] cose = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
        byte[] data = [.. AuthenticatorData(withKey: true), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        byte[] attestation = [0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), .. Bytes(data)];
        return Credential(new { clientDataJSON = Encode(Client("webauthn.create", options)), attestationObject = Encode(attestation), transports = new[] { "internal" } });
    }

    public string Get(string question)
    {
        using var options = JsonDocument.Parse(question);
        if (Counts) _uses++;
        var (client, data) = (Client("webauthn.get", options), AuthenticatorData(withKey: false));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Encode(client), authenticatorData = Encode(data), signature = Encode(signature), userHandle = _userHandle });
    }

    public void Dispose() => _key.Dispose();

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Encode(_id), rawId = Encode(_id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response,
    });

    private byte[] Client(string type, JsonDocument options) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type, challenge = options.RootElement.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false,
    });

    private byte[] AuthenticatorData(bool withKey)
    {
        var data = new byte[37];
        SHA256.HashData("localhost"u8, data);
        data[32] = (byte)(0x01 | (Verifies ? 0x04 : 0) | (withKey ? 0x40 : 0));
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), _uses);
        return data;
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    // CBOR, as much as is needed here.
    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => bytes.Length < 256 ? [0x58, (byte)bytes.Length, .. bytes] : [0x59, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
}
