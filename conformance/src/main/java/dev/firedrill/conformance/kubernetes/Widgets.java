package dev.firedrill.conformance.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.Serialization;

/** The custom resources of the suite: namespaced widgets with a status subresource, cluster-wide gadgets without. */
final class Widgets {
    static final String GROUP = "conformance.firedrill.dev";
    static final String CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    static final String GADGETS = "/apis/" + GROUP + "/v1/gadgets";

    static final String WIDGET_DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.conformance.firedrill.dev}
            spec:
              group: conformance.firedrill.dev
              scope: Namespaced
              names: {plural: widgets, singular: widget, kind: Widget, listKind: WidgetList, shortNames: [wdg]}
              versions:
                - name: v1
                  served: true
                  storage: true
                  subresources: {status: {}}
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec:
                          type: object
                          properties:
                            size: {type: integer, minimum: 1, maximum: 100, default: 3}
                            colour: {type: string, enum: [red, green, blue]}
                            code: {type: string, pattern: '^[a-z]{3}$'}
                            title: {type: string, minLength: 2, maxLength: 10}
                            lit: {type: boolean}
                            owner:
                              type: object
                              required: [name]
                              properties:
                                name: {type: string}
                                role: {type: string, default: keeper}
                            parts:
                              type: array
                              maxItems: 3
                              items:
                                type: object
                                properties:
                                  name: {type: string}
                                  count: {type: integer}
                            tags: {type: object, additionalProperties: {type: string}}
                            free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                        status:
                          type: object
                          properties:
                            phase: {type: string, enum: [Waiting, Done]}
                            seen: {type: integer}
            """;

    static final String GADGET_DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: gadgets.conformance.firedrill.dev}
            spec:
              group: conformance.firedrill.dev
              scope: Cluster
              names: {plural: gadgets, singular: gadget, kind: Gadget, listKind: GadgetList}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec: {type: object, properties: {size: {type: integer}}}
                        status: {type: object, properties: {phase: {type: string}}}
            """;

    private Widgets() {}

    /** YAML as a tree; the flow style keeps an object on one line. */
    static ObjectNode object(String yaml) {
        return (ObjectNode) yaml(yaml);
    }

    static JsonNode yaml(String yaml) {
        // Without the mark of a document a text that begins with a brace would be taken for JSON.
        return Serialization.unmarshal("---\n" + yaml, JsonNode.class);
    }

    /** A widget: everything but its type. */
    static ObjectNode widget(String yaml) {
        return object(yaml).put("apiVersion", GROUP + "/v1").put("kind", "Widget");
    }

    static ObjectNode gadget(String yaml) {
        return object(yaml).put("apiVersion", GROUP + "/v1").put("kind", "Gadget");
    }

    static ObjectNode configMap(String yaml) {
        return object(yaml).put("apiVersion", "v1").put("kind", "ConfigMap");
    }

    static ObjectNode secret(String yaml) {
        return object(yaml).put("apiVersion", "v1").put("kind", "Secret");
    }

    static ObjectNode namespace(String name) {
        return object("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}");
    }
}
